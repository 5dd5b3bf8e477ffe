"""Kinds of errors of language that an editor thinks of: agreement of subject and verb, forms behind "to" and modal
verbs, prepositions, hyphens and capitals of common pairs of words, terms that are no longer in use."""
from seeds.making import BODY, replace, words

TOOK = {'taken': 'took', 'given': 'gave', 'undertaken': 'undertook', 'begun': 'began', 'known': 'knew'}
PREPOSITIONS = {'role of the': 'role from the', 'cooperation with the': 'cooperation to the', 'aware of': 'aware on',
                'participation in the': 'participation to the', 'report of the Secretary-General': 'report from the Secretary-General',
                'compliance with': 'compliance to', 'in consultation with': 'in consultation to', 'pursuant to': 'pursuant with',
                'at the international level': 'in the international level'}
TERMS = {'persons with disabilities': 'handicapped people', 'older persons': 'old people', 'living with HIV': 'infected with the AIDS virus',
         'developing countries': 'backward countries', 'international': 'intl', 'approximately': 'approx.'}


def other_number(match, _):
    return match[1] + {'is': 'are', 'are': 'is', 'was': 'were', 'were': 'was', 'has': 'have', 'have': 'has'}[match[2]]


def took(match, _):
    return match[1] + TOOK[match[2]]


def capital(match, _):
    return match[1] + match[2].capitalize()


KINDS = [
    ('subject-pronoun', 'wrong-forms', replace(BODY, r'\b((?:it|they|we|these|those) )(is|are|was|were|has|have)\b', other_number)),
    ('subject-verb', 'subject-and-verb', replace(BODY, r'\b(that (?:developing |many |several |some |most )?(?:countries|States|women|children|'
                                                       r'efforts|measures|activities) )(are|were|have)\b', other_number)),
    ('past-for-participle', 'verb-after', replace(BODY, r'\b((?:has|have|be|been|being|was|were|are|is) )(taken|given|undertaken|begun|known)\b', took)),
    ('order-to-ing', 'verb-after', replace(BODY, r'\b(in order to|so as to) (strengthen|promot|support|provid|achiev|facilitat|address)e?\b', r'\1 \2ing')),
    ('this-plural', 'noun-after', replace(BODY, r'\bthese (countries|measures|activities|efforts|challenges|issues|principles|goals)\b', r'this \1')),
    ('preposition-of-word', 'idioms', words(PREPOSITIONS)),
    ('hyphen-of-pair', 'hyphen-too-many', replace(BODY, r'\b(sustainable|international|economic|natural|civil|climate|national|human|technical|'
                                                        r'armed) (development|community|growth|resources|society|change|law|rights|assistance|conflict)\b', r'\1-\2')),
    ('hyphen-of-word', 'hyphen-lost', replace(BODY, r'\b(high-level|gender-responsive|policy-making|people-centred|legally-binding|long-standing|'
                                                    r'self-governing|cross-cutting|decision-making|landlocked-country)\b', lambda m, _: m[0].replace('-', ' '))),
    ('capital-of-pair', 'capital-too-many', replace(BODY, r'\b((?:sustainable|international|economic|climate|armed|natural|fundamental|technical) )'
                                                          r'(development|community|growth|change|conflict|disasters|freedoms|assistance)(?= [a-z])', capital)),
    ('capital-of-name', 'capital-lost', replace(BODY, r'\b(?:Geneva|Vienna|Nairobi|Africa|Asia|Europe|Haiti|Palestine|Lebanon|Afghanistan|Beijing)\b(?![-/])',
                                                lambda m, _: m[0].lower())),
    ('term-of-old', 'informal-words', words(TERMS)),
    ('apostrophes', 'possessives', replace(BODY, r'\b(girl|countrie|State|partie)s’ ', r'\1s’s ')),
    ('figure-letter', 'letter-for-figure', replace(BODY, r'\b2(?:0)(\d\d)\b', r'2O\1')),
]
