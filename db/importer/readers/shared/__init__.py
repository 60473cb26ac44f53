"""What two or more readers use: containers and parts, letters of old fonts, lists, notes, cells and what is lost."""
