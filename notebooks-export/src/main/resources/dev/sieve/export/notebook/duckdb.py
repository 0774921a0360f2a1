try:
    import duckdb

    print(duckdb.sql(f"select stage, count(*) as trials, max(validation_accuracy) as best from '{RUN}/trials.csv' group by stage"))
except ImportError:
    print(trials.groupby("stage", sort=False)["validation_accuracy"].agg(["size", "max"]))
