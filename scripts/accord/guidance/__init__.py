"""The guidance: the framework, the lifecycle, the recommendations, and what explains them."""
