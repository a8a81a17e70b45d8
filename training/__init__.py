"""Trains and exports the language model in models/en. README.md says how, `python -m training --help` the options."""
