"""The record of acts: with its fields, in its order, and across documents."""
