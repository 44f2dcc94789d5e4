"""Put a site where people find it: written files, navigation, policy, theme, a server."""
