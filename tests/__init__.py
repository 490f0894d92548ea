"""Tests: ``cases`` reads the case files of ``corpus/``, ``check`` says what is true of every document."""
