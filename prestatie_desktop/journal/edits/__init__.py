"""What a person can do to a dossier: functions from a dossier to an `Act`, one file per noun.

Nothing happens until a session commits the act: `session.commit(set_text(dossier, id, html))`.
"""
