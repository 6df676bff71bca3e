module A
