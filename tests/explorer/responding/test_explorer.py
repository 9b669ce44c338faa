"""Requests for pages: languages, data, IRIs that lead to their page."""

from __future__ import annotations

import pytest

from vankien.explorer.responding.explorer import Explorer

TARGET = "target/lai-chau-14/grdp-growth/lai-chau/2025-12-31"


@pytest.mark.parametrize(
    ("path", "language"), [pytest.param("/", "vi", id="vietnamese-first"), pytest.param("/en", "en", id="english")]
)
def test_home_is_in_the_language_of_its_path(published: Explorer, path: str, language: str) -> None:
    answer = published.respond(path)
    assert answer.status == 200
    assert f'<html lang="{language}">' in answer.body.decode()


def test_what_is_not_there_is_404_with_a_page(published: Explorer) -> None:
    answer = published.respond("/no-such-page")
    assert (answer.status, answer.media_type) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("path", "accept", "location"),
    [
        pytest.param(f"/id/{TARGET}", "text/html", f"/{TARGET}", id="browser-to-page"),
        pytest.param(f"/id/{TARGET}", "text/turtle", f"/{TARGET}.ttl", id="turtle-to-data"),
        pytest.param(f"/id/{TARGET}", "", f"/{TARGET}", id="no-wish-to-page"),
        pytest.param("/ontology", "text/html", "/vocabulary", id="ontology-to-vocabulary"),
    ],
)
def test_iris_lead_to_page_or_data(published: Explorer, path: str, accept: str, location: str) -> None:
    answer = published.respond(path, (), accept)
    assert answer.status == 303
    assert dict(answer.headers)["Location"] == location


def test_a_type_that_is_not_offered_is_406(published: Explorer) -> None:
    assert published.respond("/", (), "image/png").status == 406
