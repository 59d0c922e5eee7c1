"""What a journey costs: prices with dates, how often each block is come to, what that sends."""
