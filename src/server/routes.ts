import { addAccountRoutes } from './account/account-routes.ts';
import { addColleagueRoutes } from './account/colleague-routes.ts';
import { addInvitationRoutes } from './account/invitation-routes.ts';
import { addMeRoutes } from './account/me-routes.ts';
import { addSecondFactorRoutes } from './account/second-factor-routes.ts';
import { addSessionRoutes } from './account/session-routes.ts';
import { addArrivalRoutes } from './arrival/arrival-routes.ts';
import { addHandOverRoutes } from './arrival/hand-over-routes.ts';
import { addReceiptRoutes } from './assistance/receipt-routes.ts';
import { addApprovalRoutes } from './case/approval-routes.ts';
import { addAuthorityRequestRoutes } from './case/authority-request-routes.ts';
import { addCaseloadRoutes } from './case/caseload-routes.ts';
import { addCommandRoutes } from './case/command-routes.ts';
import { addCommissionRoutes } from './case/commission-routes.ts';
import { addConcernRoutes } from './case/concern-routes.ts';
import { addEmergencyOpeningRoutes } from './case/emergency-opening-routes.ts';
import { addFileRoutes } from './case/file-routes.ts';
import { addParkedRoutes } from './case/parked-routes.ts';
import { addTaskRoutes } from './case/task-routes.ts';
import { addTeamRoutes } from './case/team-routes.ts';
import { addTransferRoutes } from './case/transfer-routes.ts';
import { addClientRoutes } from './client/client-routes.ts';
import { addTokenRoutes } from './client/token-routes.ts';
import { addComplaintRoutes } from './complaint/complaint-routes.ts';
import { addRecordingRoutes } from './complaint/recording-routes.ts';
import { addSayRoutes } from './complaint/say-routes.ts';
import { addCourseAnswerRoutes } from './course/answer-routes.ts';
import { addCourseRoutes } from './course/course-routes.ts';
import { addRoundRoutes } from './course/round-routes.ts';
import type { Deps } from './deps.ts';
import { addDeviceRoutes } from './device/device-routes.ts';
import { addWithdrawRoutes } from './device/withdraw-routes.ts';
import { addCommunityRoutes } from './directory/community-routes.ts';
import { addHsdsRoutes } from './directory/hsds/hsds-routes.ts';
import { addDirectoryImportRoutes } from './directory/hsds/import-routes.ts';
import { addDirectoryMergeRoutes } from './directory/merge/merge-routes.ts';
import { addOrganisationRoutes } from './directory/organisation-routes.ts';
import { addPlaceRoutes } from './directory/place-routes.ts';
import { addDirectoryNeedRoutes, addDirectorySearchRoutes } from './directory/search-routes.ts';
import { addServicePageRoutes } from './directory/service-page-routes.ts';
import { addServiceRoutes } from './directory/service-routes.ts';
import { addDutyRoutes } from './duty/duty-routes.ts';
import { addFileWorkRoutes } from './duty/file-work-routes.ts';
import { addLeavingRoutes } from './duty/leaving-routes.ts';
import { addOutingRoutes } from './duty/outing-routes.ts';
import { addStandInRoutes } from './duty/stand-in-routes.ts';
import { addSupervisionRoutes } from './duty/supervision-routes.ts';
import { addNumbersRoutes } from './evidence/numbers-routes.ts';
import { addFhirRoutes } from './fhir/fhir-routes.ts';
import { addAttendanceRoutes } from './group/attendance-routes.ts';
import { addCertificateRoutes } from './group/certificate-routes.ts';
import { addGroupRoutes } from './group/group-routes.ts';
import { addHealthRoutes } from './health/health-routes.ts';
import { addHelperRoundRoutes } from './match/helper-round-routes.ts';
import { addWorkerRoundRoutes } from './match/worker-round-routes.ts';
import { addMentorRoutes } from './mentor/mentor-routes.ts';
import { addNotificationRoutes } from './notification/notification-routes.ts';
import { addWaitsRoutes } from './notification/waits-routes.ts';
import { addDuplicateRoutes } from './people/duplicate-routes.ts';
import { addNewcomerRoutes } from './people/newcomer-routes.ts';
import { addSearchRoutes } from './people/search-routes.ts';
import { addDraftRoutes } from './programme/draft-routes.ts';
import { addModelRoutes } from './programme/model-routes.ts';
import { addPackageRoutes } from './programme/package-routes.ts';
import { addTrialRoutes } from './programme/trial-routes.ts';
import { addVaccinationRoutes } from './programme/vaccination-routes.ts';
import { addVersionRoutes } from './programme/version-routes.ts';
import { addReadLogRoutes } from './read-log/read-log-routes.ts';
import { addLinkRoutes } from './referral/link-routes.ts';
import { addMakeLinkRoutes } from './referral/make-link-routes.ts';
import { addPacketRoutes } from './referral/packet-routes.ts';
import { addPreviewRoutes } from './referral/preview-routes.ts';
import { addWaitingRoutes } from './referral/waiting-routes.ts';
import type { ServerApp } from './server-app.ts';
import { addWebhookRoutes } from './webhook/webhook-routes.ts';
import { addDemandRoutes } from './work/demand-routes.ts';
import { addFittingRoutes } from './work/fitting-routes.ts';
import { addOccupationRoutes } from './work/occupation-routes.ts';
import { addVacancyRoutes } from './work/vacancy-routes.ts';

/** Every noun's routes, one line each. A route needs a signed-in actor unless it says `public`. */
export const ROUTES: readonly ((app: ServerApp, deps: Deps) => void)[] = [
  addHealthRoutes,
  addSessionRoutes,
  addMeRoutes,
  addSecondFactorRoutes,
  addInvitationRoutes,
  addAccountRoutes,
  addClientRoutes,
  addTokenRoutes,
  addWebhookRoutes,
  addColleagueRoutes,
  addCommandRoutes,
  addFileRoutes,
  addApprovalRoutes,
  addTaskRoutes,
  addTeamRoutes,
  addHelperRoundRoutes,
  addWorkerRoundRoutes,
  addTransferRoutes,
  addCaseloadRoutes,
  addDeviceRoutes,
  addWithdrawRoutes,
  addArrivalRoutes,
  addHandOverRoutes,
  addDirectoryMergeRoutes,
  addOrganisationRoutes,
  addServiceRoutes,
  addDirectorySearchRoutes,
  addDirectoryNeedRoutes,
  addServicePageRoutes,
  addHsdsRoutes,
  addDirectoryImportRoutes,
  addPlaceRoutes,
  addCourseRoutes,
  addRoundRoutes,
  addCourseAnswerRoutes,
  addPreviewRoutes,
  addPacketRoutes,
  addFhirRoutes,
  addMakeLinkRoutes,
  addWaitingRoutes,
  addLinkRoutes,
  addCommissionRoutes,
  addReceiptRoutes,
  addMentorRoutes,
  addGroupRoutes,
  addAttendanceRoutes,
  addCertificateRoutes,
  addCommunityRoutes,
  addConcernRoutes,
  addDutyRoutes,
  addFileWorkRoutes,
  addLeavingRoutes,
  addOutingRoutes,
  addStandInRoutes,
  addSupervisionRoutes,
  addAuthorityRequestRoutes,
  addEmergencyOpeningRoutes,
  addParkedRoutes,
  addSayRoutes,
  addComplaintRoutes,
  addRecordingRoutes,
  addNotificationRoutes,
  addWaitsRoutes,
  addReadLogRoutes,
  addNumbersRoutes,
  addModelRoutes,
  addDraftRoutes,
  addVaccinationRoutes,
  addPackageRoutes,
  addTrialRoutes,
  addVersionRoutes,
  addNewcomerRoutes,
  addSearchRoutes,
  addDuplicateRoutes,
  addOccupationRoutes,
  addDemandRoutes,
  addVacancyRoutes,
  addFittingRoutes,
];
