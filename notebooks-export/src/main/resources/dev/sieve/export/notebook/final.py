final = completed[completed["stage"] == "final"]
final[{{columns}}]
