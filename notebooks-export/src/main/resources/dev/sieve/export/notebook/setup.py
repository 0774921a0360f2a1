from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

RUN = Path({{run}})  # from this notebook's folder


def table(name, run=RUN):
    """One table of the run. Parquet, which needs pyarrow, holds the same as the CSV."""
    csv = run / f"{name}.csv"
    return pd.read_csv(csv) if csv.exists() else pd.read_parquet(csv.with_suffix(".parquet"))


trials = table("trials").assign(run=RUN.resolve().name)
competitors = trials[trials["stage"] != "final"]
completed = trials[trials["status"] == "COMPLETED"].dropna(subset=["validation_accuracy"])
competing = completed[completed["stage"] != "final"]
