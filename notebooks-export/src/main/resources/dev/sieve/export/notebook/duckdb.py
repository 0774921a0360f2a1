try:
    import duckdb

    stages = duckdb.sql(f"select stage, count(*) as trials, max(validation_accuracy) as best from '{RUN}/trials.csv' group by stage order by best").df()
except ImportError:
    stages = trials.groupby("stage").agg(trials=("trial", "size"), best=("validation_accuracy", "max")).reset_index().sort_values("best")
stages
