"""From the model to text: HTML fragments, figures, JSON. Pure: reads nothing, writes nothing, knows no clock."""
