module Program
