"""Face detection: MediaPipe BlazeFace wrapped so that pictures go in and boxes come out."""
