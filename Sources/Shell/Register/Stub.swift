import Crypto
enum R {}
