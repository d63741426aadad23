"""The invented submissions and decisions of an office: `scripts/sample` writes them."""
