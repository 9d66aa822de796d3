# ruff: noqa: E501 - a sentence a line
"""The sentences about what PAM says unasked: reminders, alerts and why they came, digests, and how often, when and where."""

SENTENCES = """
cancel_reminder/done:   ^ done|hecho|erledigt|fait $
cancel_reminder/did:    ^ i? already? did it $
cancel_reminder:        ^ @cancel ..6 @reminder
cancel_reminder:        ^ get rid of ..5 @reminder $
cancel_reminder:        ^ stop reminding
cancel_reminder:        ^ do? not remind
cancel_reminder:        ^ no more reminders|reminder|reminding ..8 $
cancel_reminder:        ^ i? do? not|no need|want|longer need|want? ..4 @reminder
set_preference/review:  ^ ask|check|remind|text|message|tell me? ..4 if|whether i|we ..2 missed|forgot|forgotten|miss ..4 $
set_preference/review:  ^ do not ask me if i|we ..2 missed|forgot|forgotten|miss ..3 $
set_preference/review:  ^ stop|no asking|more? me? ..2 if i|we ..2 missed|forgot|forgotten|miss ..3 $
set_preference/review:  ^ turn|switch|stop|no|cancel|end|disable|enable|start|send ..4 review|reviews|check-in ..4 $
set_preference/review:  ^ check in with|on me <every> ..3 $
set_preference/review:  ^ <every> review|check-in ..4 $
set_preference/review:  ^ did i|we miss anything|something check|question|review ..3 $
set_preference/digest:  ^ send|give|text|message|mail|email|want|would|prefer|need me|us? ..4 digest|digests ..6 $
set_preference/digest:  ^ i want|would|prefer|need ..4 digest ..6 $
set_preference/digest:  ^ my|the|a? <every>? digest|digests <every>|<day>|<hour>|off|on? ..4 $
set_preference/digest:  ^ turn|switch|stop|no|cancel|end|disable|enable|start|set|change|move ..5 digest|digests|summaries ..5 $
set_preference/digest:  ^ stop|no|cancel|turn ..4 <every> summary|recap|report ..4 $
set_preference/digest:  ^ i? do? not want|need ..4 digest|digests|summaries|summary ..3 $
set_preference/digest:  ^ send|text|message|mail|email me|us? ..3 summary|recap|overview|report|update <every> ..3 $
set_preference/digest:  ^ send|text|message|mail|email me|us? <every> ..2 summary|recap|overview|report|update ..3 $
set_preference/digest:  ^ send|text|message|mail|email me|us? a|my|the? <every> summary|recap|overview|report|update ..3 $
set_preference/digest:  ^ i? want|would|need a|my|the? <every>? summary|recap|overview|report|update ..3 <every> ..3 $
set_preference/digest:  ^ <every> summary|recap|overview|report|update ..1 <every>|<hour> ..3 $
set_preference/digest:  ^ a|my|the <every> summary|recap|digest <every>|<hour>|<day>? ..3 $
set_preference/digest:  ^ <every> summary|recap|overview|report|update <day> ..3 $
set_preference/digest:  ^ summary|recap|overview|report|update <every> ..3 $
set_preference/cap:     ^ no|not|at|max|maximum|only|never|limit|cap|up ..5 <number>|@money|one ..2 alert|alerts|messages|notifications|warnings ..3 $
set_preference/cap:     ^ send|give|text me? ..1 no|not|at|max|maximum|only ..3 <number>|@money|one ..2 alert|alerts|messages|notifications|warnings ..3 $
set_preference/cap:     ^ do not ..3 more than <number>|@money ..2 alert|alerts|messages|notifications|warnings ..3 $
set_preference/cap:     ^ limit|cap ..2 alert|alerts|messages|notifications|warnings ..2 to|at <number>|@money ..3 $
set_preference/cap:     ^ <number>|@money alert|alerts|messages|notifications|warnings ..3 max|maximum|most ..2 $
set_preference/fallback: ^ text|sms|send|use|message|fall|switch ..5 if|when|whenever telegram ..5 $
set_preference/fallback: ^ do not|never ..5 if|when|whenever telegram ..5 $
set_preference/fallback: ^ never|no ..3 if|when|whenever telegram ..5 $
set_preference/fallback: ^ if|when|whenever telegram ..5 text|sms|send|use ..4 $
set_preference/fallback: ^ turn|switch|enable|disable|stop|no ..2 sms|text fallback|backup|failover ..2 $
set_preference/fallback: ^ sms|text fallback|backup|failover on|off $
set_preference/channel: ^ i? ..1 prefer|rather ..4 sms|text|texts|telegram ..4 $
set_preference/channel: ^ use sms|text|texts|telegram for|to my|the? alerts|warnings|notifications|digest|reminders|messages|that|me ..2 $
set_preference/channel: ^ send|get|put|deliver|give me? my|the|all? alerts|warnings|notifications|digest|reminders|messages|them by|via|on|over|through|to|as ..1 sms|text|texts|telegram ..2 $
set_preference/channel: ^ text|sms me instead of telegram $
set_preference/channel: ^ only? use|only telegram|sms only? $
set_preference/channel: ^ switch|move|change my|the|all? alerts|warnings|notifications|digest|reminders ..1 to sms|text|texts|telegram ..1 $
set_preference/channel: ^ i? want|need my|the|all? alerts|warnings|notifications|digest|reminders by|via|on|over|through|to|as ..1 sms|text|texts|telegram ..1 $
set_preference/channel: ^ my|all? alerts|warnings|notifications|digest|reminders by|via|on|over|through|to|as ..1 sms|text|texts|telegram ..2 $
set_preference/channel: ^ text|sms me my|the? alerts|warnings|notifications|digest|reminders $
set_preference/channel: ^ notify|alert|warn|message|reach|contact me by|via|on|over|through sms|text|texts|telegram ..2 $
set_preference/thresholds: ^ only? alert|warn|notify|tell|ping|message|text|email me|us? ..6 <number>|@money
set_preference/thresholds: ^ know ..4 <number>|@money
set_preference/thresholds: ^ ..4 alert|alerts|warning|warnings|threshold|thresholds ..5 <number>|@money
set_preference/quiet:   ^ no|not messages|message|texts|texting|alerts|notifications at night $
set_preference/quiet:   ^ quiet <hours> ..1 $
set_preference/quiet:   ^ no|disable|cancel|remove|stop quiet hours|time $
set_preference/quiet:   ^ turn|switch off? quiet hours|time off? $
set_preference/quiet:   ^ i? do not need|want ..1 quiet hours|time ..1 $
snooze_alert:           ^ snooze|postpone ..8 $
snooze_alert:           ^ maybe|perhaps? later $
snooze_alert:           ^ mute|silence|pause|hide|quiet|suspend|hush ..4 alert|alerts|warning|warnings|notification|notifications|it|this|that ..8 $
snooze_alert:           ^ turn|switch off ..2 notifications|alerts|warnings ..3 $
snooze_alert:           ^ turn|switch ..2 notifications|alerts|warnings off ..3 $
snooze_alert:           ^ stop ..4 alerts|warnings|notifications ..6 $
snooze_alert/until:     ^ mute|silence ..6 $
snooze_alert:           ^ alert|alerts|warnings|notifications ..4 off|mute|muted|silent|quiet ..4 $
snooze_alert/until:     ^ no more? ..1 alert|alerts|warnings|warning|notifications|reminders ..8 $
snooze_alert/until:     ^ alerts|warnings|notifications ..6 <period>|<day> ..1 off|mute|muted|silent $
snooze_alert:           ^ stop warning|alerting|bugging|nagging|notifying|pestering me? about ..8 $
snooze_alert:           ^ do not warn|alert|bug|nag|notify|bother|pester me? about|of|because ..8 $
snooze_alert/until:     ^ quiet|enough ..1 about ..8 $
snooze_alert:           ^ shut up ..1 about ..8 $
snooze_alert:           ^ i? do not want to hear ..2 about|of ..8 $
snooze_alert/until:     ^ leave me alone|be ..6 $
snooze_alert:           ^ remind|ask|tell|ping|nudge|warn|alert me? again|later|it ..6 $
snooze_alert:           ^ remind|ask|tell|ping|nudge|warn|alert me? <day>|<hour>|<every>|<period> ..1 again ..2 $
snooze_alert:           ^ remind|ask|ping|nudge|tell me about|of ..4 again|later ..5 $
snooze_alert:           ^ remind|ask|ping|nudge|tell me? about|of it|this|that? <day>|<hour> <hour>? $
snooze_alert/until:     ^ again ..6 $
snooze_alert:           ^ not <day> $
snooze_alert:           ^ i? will? do it|that later $
snooze_alert/until:     ^ in ..4 again $
snooze_alert/until:     ^ <day>|<hour>|<period> <hour>? again|instead $
snooze_alert/until:     ^ not <day> ,? ..3 <day>|<hour>|<period> <hour>? $
snooze_alert/until:     ^ not <day> ,? ..3 in ..4 $
remind:                 ^ set|add|create|make|put|new|schedule|give ..4 @reminder
remind:                 remind me|us
remind:                 ^ remind
remind:                 ^ do? not let me|us forget
remind:                 ^ reminder
remind:                 ^ i? want|need|like|love|hope|have|must ..3 reminded
remind:                 ^ set|create|make ..2 alert|alarm to
remind:                 ^ i? need|want ..1 reminder
remind:                 ^ ping|nudge|alert|text|message me|us? to|about|when|on|<day>|<hour>|<every>|<period>
remind:                 ^ remember me|us? to|about|on|<day>|<hour>|<every>|<period>
remind:                 ^ <day>|<hour>|<every> <day>|<hour>|<every>? tell me to
remind:                 ^ make sure i|we pay|remember|cancel|call|send|renew|check
list_reminders:         ^ @show|any|do|have|my|upcoming ..5 reminders
list_reminders:         ^ reminders $
list_reminders:         ^ what is|are on|in my|the reminders|reminder list? $
list_reminders:         ^ what|which reminders ..4 $
list_reminders:         what ..3 remind me
list_reminders:         what am|are i|we ..1 reminded ..2 $
list_reminders:         what do|must i|we ..1 need|have? to? remember ..2 $
list_reminders:         what do|have|is|am i|we? ..3 upcoming|coming up? ..3 $
explain_alert:          ^ why $
explain_alert:          ^ why|how come? ..5 alert|alerts|alerted|warn|warned|warning|notify|notified|notification|message|text|ping|pinged ..4 $
explain_alert:          ^ why this|that|it $
explain_alert:          ^ why am|do|did i get|getting|got|see|seeing|receive this|that|it ..1 $
explain_alert:          ^ why are|do|did you ..1 tell|telling|told|say|saying|send|sending|sent me? this|that|it ..2 $
explain_alert:          ^ what is there? behind that|this|it $
explain_alert:          ^ what is there? behind that|this|the ..2 alert|warning|message|notification $
explain_alert:          ^ what is|was that|this|the ..1 alert|warning|notification about|for $
explain_alert:          ^ explain|what ..4 alert|warning|notification
explain_alert:          ^ @show ..2 what is behind ..3 $
explain_alert:          ^ @show ..4 bookings|transactions|rows|entries|expenses|purchases|numbers|figures ..1 behind ..3 $
explain_alert:          ^ which|what bookings|transactions|expenses|purchases ..1 caused|triggered|behind ..3 $
explain_alert:          ^ what caused|triggered that|this|it|the ..3 $
"""
