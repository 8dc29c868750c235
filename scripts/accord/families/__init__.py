"""What a family can send: the letter to a council."""
