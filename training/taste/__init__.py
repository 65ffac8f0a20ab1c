"""What one person would think of a picture: the vector that tastes are told in, what is known of tastes before a first rating, and how
ratings change that."""
