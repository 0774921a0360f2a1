trials[trials["status"] != "COMPLETED"].groupby(["stage", "status", "failure"], dropna=False, sort=False).size().reset_index(name="trials")
