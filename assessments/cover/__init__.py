"""What out-of-hours cover comes to over many services: rotas, people and money. Pure Python."""
