#!/usr/bin/env python3
"""Writes files of the layouts that the confs beside it read, with made-up content.

    python3 conf/data/generate.py data

makes data/mnist, data/cifar-100-binary and data/table.csv: the sizes of the originals, and classes that a
network can learn. Needs nothing but Python; takes a minute. The same seed gives the same files.
"""

import pathlib
import random
import struct
import sys

ROWS, NUMBERS, CLASSES = 100_000, 52, 7
TREES = ["spruce", "fir", "pine, lodgepole", "willow", "aspen"]
SOILS = ["clay", "loam", "sand", "peat"]


def prototypes(rng, classes, size):
    """An image per class: half of its values are those of all classes, so that classes are alike."""
    common = rng.randbytes(size)
    return [
        int.from_bytes(bytes(c if rng.random() < 0.5 else rng.randrange(256) for c in common), "big")
        for _ in range(classes)
    ]


def image(rng, prototype, size, halvings):
    """Noise in which each bit is the prototype's with a chance of 1 in 2^halvings."""
    noise = rng.getrandbits(8 * size)
    kept = noise ^ prototype
    for _ in range(halvings):
        kept &= rng.getrandbits(8 * size)
    return (noise ^ kept).to_bytes(size, "big")


def mnist(folder, rng):
    folder.mkdir(parents=True, exist_ok=True)
    classes = prototypes(rng, 10, 28 * 28)
    for part, count in ("train", 60_000), ("t10k", 10_000):
        labels = bytes(rng.randrange(10) for _ in range(count))
        with open(folder / f"{part}-images-idx3-ubyte", "wb") as out:
            out.write(struct.pack(">IIII", 0x803, count, 28, 28))
            out.writelines(image(rng, classes[label], 28 * 28, 3) for label in labels)
        with open(folder / f"{part}-labels-idx1-ubyte", "wb") as out:
            out.write(struct.pack(">II", 0x801, count) + labels)


def cifar100(folder, rng):
    folder.mkdir(parents=True, exist_ok=True)
    classes = prototypes(rng, 100, 3 * 32 * 32)
    for part, count in ("train", 50_000), ("test", 10_000):
        with open(folder / f"{part}.bin", "wb") as out:
            for _ in range(count):
                fine = rng.randrange(100)
                out.write(bytes([fine // 5, fine]) + image(rng, classes[fine], 3 * 32 * 32, 4))


def cell(rng, j, label, means):
    """A number around its class's mean: an integer, a fraction or a flag; one in fifty is missing."""
    if rng.random() < 0.02:
        return ""
    value = rng.gauss(means[label][j], 1)
    return [str(round(1000 + 250 * value)), f"{value:.3f}", str(int(value > 0))][j % 3]


def text(rng, words, label):
    """A word: that of the class in one row of five."""
    if rng.random() < 0.02:
        return ""
    return f'"{words[label % len(words)] if rng.random() < 0.2 else rng.choice(words)}"'


def table(file, rng):
    means = [[rng.gauss(0, 0.3) for _ in range(NUMBERS)] for _ in range(CLASSES)]
    with open(file, "w", encoding="utf-8") as out:
        print(*(f"c{j}" for j in range(NUMBERS)), "tree", "soil", "class", sep=",", file=out)
        for _ in range(ROWS):
            label = rng.randrange(CLASSES)
            cells = [cell(rng, j, label, means) for j in range(NUMBERS)]
            words = [text(rng, TREES, label), text(rng, SOILS, label)]
            print(*cells, *words, 1 + label, sep=",", file=out)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: generate.py FOLDER")
    folder = pathlib.Path(sys.argv[1])
    mnist(folder / "mnist", random.Random(1))
    cifar100(folder / "cifar-100-binary", random.Random(2))
    table(folder / "table.csv", random.Random(3))


main()
