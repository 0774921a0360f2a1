final = completed[completed["stage"] == "final"]
final[["stage", "trial", "train_accuracy", "validation_accuracy", "test_accuracy"]]
