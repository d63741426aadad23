"""What `scripts/bench` is made of: the jobs, how they are timed, what they are held against."""
