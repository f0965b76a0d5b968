import Crypto
enum R { }
