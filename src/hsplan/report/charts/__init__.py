"""The geometry of the charts: what is drawn where, to one decimal, so that the same plan draws the same picture."""

from hsplan.report.charts.bullet import Bullet, bullet
from hsplan.report.charts.burn_up import BurnUp, burn_up
from hsplan.report.charts.slippage import Dumbbell, SlippageChart, slippage_chart
from hsplan.report.charts.sparkline import Sparkline, sparkline
from hsplan.report.charts.status_bar import LOOKS, Look, Segment, StatusBar, status_bar
from hsplan.report.charts.time_axis import PHONE, Tick, TimeAxis
from hsplan.report.charts.timeline import TimelineChart, TimelineRow, timeline_chart

__all__ = [
    "LOOKS",
    "PHONE",
    "Bullet",
    "BurnUp",
    "Dumbbell",
    "Look",
    "Segment",
    "SlippageChart",
    "Sparkline",
    "StatusBar",
    "Tick",
    "TimeAxis",
    "TimelineChart",
    "TimelineRow",
    "bullet",
    "burn_up",
    "slippage_chart",
    "sparkline",
    "status_bar",
    "timeline_chart",
]
