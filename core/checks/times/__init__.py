"""Questions about times: days of the calendar, ages, lengths, and the order of what happened."""
