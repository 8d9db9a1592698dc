import type { ServerApp } from '../server-app.ts';
import { addEntranceRoutes } from './account/entrance-routes.ts';
import { addParticipantRoutes } from './account/participant-routes.ts';
import { requireParticipant } from './account/participating.ts';
import { addAdoptionRoutes } from './adoption/adoption-routes.ts';
import { addAgreementRoutes } from './agreement/agreement-routes.ts';
import { addAliasRoutes } from './agreement/alias-routes.ts';
import { addServiceRequestRoutes } from './agreement/service-request-routes.ts';
import { addAttendanceRoutes } from './conference/attendance-routes.ts';
import { addCallPages } from './conference/call-pages.ts';
import { addCallRoutes } from './conference/call-routes.ts';
import { addCertificateRoutes } from './conference/certificate-routes.ts';
import { addDecisionRoutes } from './conference/decision-routes.ts';
import { addEditionSettingsRoutes } from './conference/edition-settings-routes.ts';
import { addInvitationLinkRoutes } from './conference/invitation-link-routes.ts';
import { issueCertificatesRegularly } from './conference/issue-certificates.ts';
import { addMyRegistrationRoutes } from './conference/my-registration-routes.ts';
import { addNewEditionRoutes } from './conference/new-edition-routes.ts';
import { addParticipantPages } from './conference/participant-pages.ts';
import { addProposalLists } from './conference/proposal-lists.ts';
import { addProposalRoutes } from './conference/proposal-routes.ts';
import { addRegistrationPages } from './conference/registration-pages.ts';
import { addRegistrationRoutes } from './conference/registration-routes.ts';
import { remindConferenceRegularly } from './conference/remind-conference.ts';
import { addProposalReviewRoutes } from './conference/review-routes.ts';
import { addCopyFiles } from './edition/copy-files.ts';
import { addEditionPages } from './edition/edition-pages.ts';
import { addEditionRoutes } from './edition/edition-routes.ts';
import { addEvidencePages } from './evidence/evidence-pages.ts';
import { addEvidenceRoutes } from './evidence/evidence-routes.ts';
import type { ExchangeDeps } from './exchange-deps.ts';
import { addExpertPages } from './expert/expert-pages.ts';
import { addExpertRoutes } from './expert/expert-routes.ts';
import { addFeedbackRoutes } from './feedback/feedback-routes.ts';
import { addInstitutionRoutes } from './institution/institution-routes.ts';
import { addInvitationRoutes } from './invitation/invitation-routes.ts';
import { addNominationRoutes } from './invitation/nomination-routes.ts';
import { addProtocolRoutes } from './invitation/protocol-routes.ts';
import { addReplyPages } from './invitation/reply-pages.ts';
import { addMaterialPages } from './material/material-pages.ts';
import { addMaterialRoutes } from './material/material-routes.ts';
import { addMinutesPages } from './minutes/minutes-pages.ts';
import { addMinutesPublicationRoutes } from './minutes/minutes-publication-routes.ts';
import { addModelPages } from './model/model-pages.ts';
import { addModelRoutes } from './model/model-routes.ts';
import { addModelReviewRoutes } from './model/review-routes.ts';
import { addNewsPages } from './news/news-pages.ts';
import { addNewsRoutes } from './news/news-routes.ts';
import { addQuotationRoutes } from './news/quotation-routes.ts';
import { addNoticeRoutes } from './notice/notice-routes.ts';
import { addExchangeWaitsRoutes } from './notice/waits-routes.ts';
import { addOpinionPages } from './opinion/opinion-pages.ts';
import { addOpinionRoutes } from './opinion/opinion-routes.ts';
import { addStatementRoutes } from './opinion/statement-routes.ts';
import { addStyles } from './page/styles.ts';
import { addGalleryPages } from './picture/gallery-pages.ts';
import { addPictureRoutes } from './picture/picture-routes.ts';
import { addPortraitProposalRoutes } from './picture/portrait-proposal-routes.ts';
import { addPracticePages } from './practice/practice-pages.ts';
import { addPracticeRoutes } from './practice/practice-routes.ts';
import { addPracticeStepRoutes } from './practice/practice-step-routes.ts';
import { addPublishedRoutes } from './practice/published-routes.ts';
import { addReviewRoutes } from './practice/review-routes.ts';
import { addProceedingsPages } from './proceedings/proceedings-pages.ts';
import { addProceedingsRoutes } from './proceedings/proceedings-routes.ts';
import { addLookRoutes } from './publication/look-routes.ts';
import { addPublicationRoutes } from './publication/publication-routes.ts';
import { addBoardFiles } from './recommendation/board-files.ts';
import { addBoardPages } from './recommendation/board-pages.ts';
import { addCameOfRoutes } from './recommendation/came-of-routes.ts';
import { addDraftingRoutes } from './recommendation/drafting-routes.ts';
import { addFollowUpRoutes } from './recommendation/follow-up-routes.ts';
import { addMarkRoutes } from './recommendation/mark-routes.ts';
import { addMinutesRoutes } from './recommendation/minutes-routes.ts';
import { addRecommendationPages } from './recommendation/recommendation-pages.ts';
import { addRecommendationRoutes } from './recommendation/recommendation-routes.ts';
import { addReportPages } from './recommendation/report-pages.ts';
import { addAvailabilityRoutes } from './schedule/availability-routes.ts';
import { addChangesPage } from './schedule/changes-page.ts';
import { addImportRoutes } from './schedule/import-routes.ts';
import { addProgrammeFiles } from './schedule/programme-files.ts';
import { addProgrammePages } from './schedule/programme-pages.ts';
import { addProgrammeRoutes } from './schedule/programme-routes.ts';
import { addReleaseRoutes } from './schedule/release-routes.ts';
import { addRoomRoutes } from './schedule/room-routes.ts';
import { addScheduleRoutes } from './schedule/schedule-routes.ts';
import { addSessionRoutes } from './schedule/session-routes.ts';
import { addWordingRoutes } from './wording/wording-routes.ts';

/** Every noun's routes and public pages, one line each. */
const EXCHANGE_ROUTES: readonly ((app: ServerApp, deps: ExchangeDeps) => void)[] = [
  addStyles,
  addEntranceRoutes,
  addParticipantRoutes,
  addWordingRoutes,
  addExpertRoutes,
  addExpertPages,
  addPictureRoutes,
  addPortraitProposalRoutes,
  addGalleryPages,
  addEditionRoutes,
  addEditionPages,
  addCopyFiles,
  addFeedbackRoutes,
  addOpinionRoutes,
  addStatementRoutes,
  addOpinionPages,
  addPublicationRoutes,
  addLookRoutes,
  addPracticeRoutes,
  addPracticeStepRoutes,
  addReviewRoutes,
  addAdoptionRoutes,
  addPublishedRoutes,
  addPracticePages,
  addNoticeRoutes,
  addExchangeWaitsRoutes,
  addScheduleRoutes,
  addSessionRoutes,
  addRoomRoutes,
  addAvailabilityRoutes,
  addReleaseRoutes,
  addImportRoutes,
  addProgrammeRoutes,
  addProgrammePages,
  addProgrammeFiles,
  addChangesPage,
  addMinutesRoutes,
  addMinutesPublicationRoutes,
  addMinutesPages,
  addMarkRoutes,
  addRecommendationRoutes,
  addDraftingRoutes,
  addFollowUpRoutes,
  addCameOfRoutes,
  addBoardPages,
  addBoardFiles,
  addRecommendationPages,
  addReportPages,
  addEvidenceRoutes,
  addEvidencePages,
  addModelRoutes,
  addModelReviewRoutes,
  addModelPages,
  addInstitutionRoutes,
  addInvitationRoutes,
  addNominationRoutes,
  addReplyPages,
  addProtocolRoutes,
  addNewsRoutes,
  addQuotationRoutes,
  addNewsPages,
  addAgreementRoutes,
  addAliasRoutes,
  addServiceRequestRoutes,
  addMaterialRoutes,
  addMaterialPages,
  addProceedingsRoutes,
  addProceedingsPages,
  addCallRoutes,
  addCallPages,
  addProposalRoutes,
  addProposalLists,
  addProposalReviewRoutes,
  addDecisionRoutes,
  addRegistrationRoutes,
  addInvitationLinkRoutes,
  addMyRegistrationRoutes,
  addRegistrationPages,
  addParticipantPages,
  addNewEditionRoutes,
  addEditionSettingsRoutes,
  addAttendanceRoutes,
  addCertificateRoutes,
  remindConferenceRegularly,
  issueCertificatesRegularly,
];

/** Adds the other half to the server: its own door, then its routes. */
export function addExchange(app: ServerApp, deps: ExchangeDeps): void {
  requireParticipant(app, deps);
  for (const addRoutes of EXCHANGE_ROUTES) addRoutes(app, deps);
}
