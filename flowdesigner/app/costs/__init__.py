"""What it costs: the panel that tells it of each block, each way and each month."""
