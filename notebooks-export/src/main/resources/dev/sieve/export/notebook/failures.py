trials[trials["status"] != "COMPLETED"].groupby(["stage", "status", "failure"], dropna=False).size().reset_index(name="trials")
