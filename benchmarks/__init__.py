"""What PAM costs, beside what the usual libraries cost: one small script per row, both measured in the same run."""
