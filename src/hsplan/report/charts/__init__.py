"""The geometry of the charts: what is drawn where, to one decimal, so that the same plan draws the same picture."""

from hsplan.report.charts.bullet import Bullet, bullet
from hsplan.report.charts.slippage import Dumbbell, SlippageChart, slippage_chart
from hsplan.report.charts.status_bar import LOOKS, Look, Segment, StatusBar, status_bar
from hsplan.report.charts.time_axis import Tick, TimeAxis
from hsplan.report.charts.timeline import TimelineChart, TimelineRow, timeline_chart

__all__ = [
    "LOOKS",
    "Bullet",
    "Dumbbell",
    "Look",
    "Segment",
    "SlippageChart",
    "StatusBar",
    "Tick",
    "TimeAxis",
    "TimelineChart",
    "TimelineRow",
    "bullet",
    "slippage_chart",
    "status_bar",
    "timeline_chart",
]
