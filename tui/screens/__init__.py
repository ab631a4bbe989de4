"""One screen per task: a screen lays out and routes; rules are in `model`, sentences in `exporters`."""
