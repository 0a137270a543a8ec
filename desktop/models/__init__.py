"""The file: mapped classes, the engine, migrations. Rows never leave services and models."""
