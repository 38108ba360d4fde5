package org.rumbo.progress;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UpdateRounds extends Repository<UpdateRound, UUID> {
    @Query("select r.status from UpdateRound r where r.id = :id")
    Optional<UpdateRound.Status> statusOf(UUID id);

    @Query("select r.id from UpdateRound r where r.roundKey = :key and r.openSlot = 1")
    Optional<UUID> openWithKey(String key);

    Optional<UpdateRound> findById(UUID id);

    boolean existsByRoundKey(String key);

    boolean existsByStatus(UpdateRound.Status status);

    UpdateRound saveAndFlush(UpdateRound round);
}
