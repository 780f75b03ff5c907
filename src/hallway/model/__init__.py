"""What can be known: frozen dataclasses, standard library only, a file a noun."""

from hallway.model.clip import ClipFact as ClipFact
from hallway.model.detail import DetailFact as DetailFact
from hallway.model.encounter import Connection as Connection
from hallway.model.encounter import EncounterFact as EncounterFact
from hallway.model.event import EventFact as EventFact
from hallway.model.event import RoleFact as RoleFact
from hallway.model.event import TopicFact as TopicFact
from hallway.model.evidence import Source as Source
from hallway.model.evidence import Span as Span
from hallway.model.fact import Fact as Fact
from hallway.model.fact import Reading as Reading
from hallway.model.following import FollowingFact as FollowingFact
from hallway.model.key import KeyFact as KeyFact
from hallway.model.organization import AffiliationFact as AffiliationFact
from hallway.model.organization import OrganizationFact as OrganizationFact
from hallway.model.outcome import OutcomeFact as OutcomeFact
from hallway.model.person import NeedFact as NeedFact
from hallway.model.person import PersonFact as PersonFact
from hallway.model.person import Ref as Ref
from hallway.model.person import RelationFact as RelationFact
from hallway.model.post import PostFact as PostFact
from hallway.model.talk import TalkFact as TalkFact
from hallway.model.team import MembershipFact as MembershipFact
from hallway.model.team import TeamFact as TeamFact
from hallway.model.when import When as When
