"""The log of a server, read as the statements it was asked."""

from tests.neo4j.statements import read

AT = "2026-01-02 03:04:05.678+0000"
LOG = f"""\
{AT} [/127.0.0.1:1] >>> BeginMessage{{bookmarks=[FB:a, FB:b], txTimeout=PT5S, accessMode=READ, \
txMetadata={{question=who_holds, request=7}}, databaseName='neo4j', impersonatedUser='null', \
notificationsConfig=Default, type=EXPLICIT}}
{AT} [/127.0.0.1:2] >>> RunMessage{{bookmarks=[], txTimeout=null, accessMode=WRITE, \
txMetadata=null, databaseName='neo4j', impersonatedUser='null', notificationsConfig=Default, \
statement='CREATE (n)
RETURN n', params=Map{{}}}}
{AT} [/127.0.0.1:2] <<< FAILURE FailureMetadata[status=SyntaxError, message=Invalid
 ^, cause=null]
{AT} [/127.0.0.1:1] >>> RunMessage{{bookmarks=[], txTimeout=null, accessMode=WRITE, \
txMetadata=null, databaseName='null', impersonatedUser='null', notificationsConfig=Default, \
statement='RETURN $x', params=Map{{x -> String("ก'ข")}}}}
{AT} [/127.0.0.1:1] >>> COMMIT
{AT} [/127.0.0.1:1] >>> RunMessage{{bookmarks=[], txTimeout=null, accessMode=READ, \
txMetadata=null, databaseName='neo4j', impersonatedUser='null', notificationsConfig=Default, \
statement='RETURN 2', params=Map{{}}}}
{AT} [/127.0.0.1:1] >>> Run"""


def test_a_statement_has_the_settings_of_its_transaction() -> None:
    created, asked, alone = read(LOG)
    assert created.text == "CREATE (n)\nRETURN n"
    assert (created.mode, created.metadata, created.timeout) == ("WRITE", {}, "")
    assert created.bookmarks == ()
    assert asked.text == "RETURN $x"
    assert asked.parameters == """x -> String("ก'ข")"""
    assert (asked.mode, asked.database, asked.timeout) == ("READ", "neo4j", "PT5S")
    assert asked.bookmarks == ("FB:a", "FB:b")
    assert asked.metadata == {"question": "who_holds", "request": "7"}
    assert (alone.text, alone.mode, alone.metadata) == ("RETURN 2", "READ", {})
