"""The ways that most customers take through a journey, and what each of them costs."""

import heapq
from collections.abc import Iterator
from itertools import count, islice

from msgspec import Struct

from flowdesigner.blocks.subflow import Subflow
from flowdesigner.costs.bill import Money, summed, times
from flowdesigner.costs.forecast import Forecast
from flowdesigner.costs.visits import Place

_MOST_LOOKED_AT = 5_000
_LONGEST = 200


class LikelyWay(Struct, frozen=True, kw_only=True):
    """A way from the beginning of a flow to an end of it."""

    share: float
    """How many of one customer take it."""
    steps: tuple[tuple[str, str], ...]
    """The blocks, and the exit by which each is left; a called flow is one step."""
    cost: Money


def likely_ways(forecast: Forecast, most: int = 5) -> tuple[LikelyWay, ...]:
    """The likeliest ways, the likeliest first."""
    return tuple(islice(_found(forecast), most))


def _found(forecast: Forecast) -> Iterator[LikelyWay]:
    """Best first: no way on is likelier than the way so far."""
    flow = forecast.project.flows.get(forecast.flow)
    if flow is None or flow.first not in flow.blocks:
        return
    number = count()
    heap: list[tuple[float, int, Place | None, tuple[tuple[str, str], ...], Money]] = [
        (-share, next(number), Place(forecast.flow, str(flow.first), window), (), {})
        for window, share in forecast.windows.items()
    ]
    heapq.heapify(heap)
    for _look in range(_MOST_LOOKED_AT):
        if not heap:
            return
        share, _number, place, steps, cost = heapq.heappop(heap)
        if place is None:
            yield LikelyWay(share=-share, steps=steps, cost=cost)
            continue
        spent = summed(cost, _here(forecast, place))
        block = flow.blocks[place.block]
        leaving = [each for each in forecast.chain.leaving(place) if each[2] > 0]
        for exit, window, part in leaving if len(steps) < _LONGEST else ():
            target = block.target(exit)
            goes_on = Place(place.flow, str(target), window) if target in flow.blocks else None
            way = (*steps, (place.block, exit))
            heapq.heappush(heap, (share * part, next(number), goes_on, way, spent))
        if not leaving:
            way = (*steps, (place.block, ""))
            heapq.heappush(heap, (share, next(number), None, way, spent))


def _here(forecast: Forecast, place: Place) -> Money:
    """What a block costs once, and the flow that it calls."""
    block = forecast.project.flows[place.flow].blocks[place.block]
    cost = forecast.at(place)
    if not (isinstance(block, Subflow) and block.flow):
        return cost
    called = forecast.chain.passed(block.flow, place.window).visits
    return summed(cost, *(times(forecast.at(at), often) for at, often in called.items()))
