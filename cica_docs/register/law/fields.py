"""The errors of the fields of a file, under the law of the day of each."""

from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import RegisterFile
from cica_docs.documents.schema.errors import Binding, SchemaError
from cica_docs.documents.schema.schema import Schema
from cica_docs.register.law.days import day_of_field
from cica_docs.register.open_questions import is_bound


def errors_of(corpus: Corpus, file: RegisterFile, schema: Schema) -> tuple[SchemaError, ...]:
    """Return the errors of a file; beside those of acts that the decision does not judge, those of form alone."""
    errors = schema.errors(file.front.value, _binding(corpus, file))
    not_judged = {error.pointer for error in errors if not _is_judged(corpus, file, error)}
    of_form = schema.errors(file.front.value, lambda _name, _pointer: "") if not_judged else ()
    return (*errors, *(error for error in of_form if error.pointer in not_judged and error not in errors))


def day_of_error(corpus: Corpus, file: RegisterFile, error: SchemaError) -> date:
    """Return the day by whose law an error is judged: what no fact could be is at fault on every day."""
    is_fact = error.keyword == "required" or isinstance(error.value, str | list)
    return day_of_field(corpus, file, error.pointer) if is_fact else corpus.as_of


def _binding(corpus: Corpus, file: RegisterFile) -> Binding:
    """Return what finds the provision that binds a constraint on the day of the act in which a field stands."""
    return lambda name, pointer: corpus.decision.binding(name, day_of_field(corpus, file, pointer))


def _is_judged(corpus: Corpus, file: RegisterFile, error: SchemaError) -> bool:
    return error.is_house_rule or is_bound(corpus, day_of_error(corpus, file, error), error.provision)
