"""Scores: from the encoder's outputs to a distribution for each kind of picture, calibrated and measured."""
