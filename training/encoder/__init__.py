"""Eyes: EfficientNet-Lite2 as one ONNX graph."""
