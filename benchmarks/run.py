"""Runs all benchmarks: `python benchmarks/run.py [PAIRS]`."""

import sys

import check
import redline
import start
from pairs import machine

import render

if __name__ == "__main__":
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    machine()
    start.main(pairs)
    check.main(pairs)
    render.main(pairs)
    redline.main(pairs)
