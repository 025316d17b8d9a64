package extractors

// Words parts s into tokens without tags, cut as the tokens of a document are: word lists are read with it,
// so that their entries meet the text token by token.
func Words(s string) []Token { return tokenize(s, 0, len(s)) }
