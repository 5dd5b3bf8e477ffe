compare a b --author ''
