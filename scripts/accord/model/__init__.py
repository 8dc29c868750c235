"""The guidance as typed, frozen values. Knows neither files nor HTML; `path` is only carried for the edit link."""
