from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

RUNS = {{runs}}  # from this notebook's folder


def table(name):
    """One table of all runs, with the column "run"."""
    frames = [pd.read_csv(Path(path) / f"{name}.csv").assign(run=run) for run, path in RUNS.items()]
    return pd.concat(frames, ignore_index=True)


trials = table("trials")
competitors = trials[trials["stage"] != "final"]
completed = trials[trials["status"] == "COMPLETED"].dropna(subset=["validation_accuracy"])
competing = completed[completed["stage"] != "final"]
