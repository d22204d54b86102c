"""The PDF writer: block trees as data for typst."""
